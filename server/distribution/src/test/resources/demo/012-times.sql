SELECT json_build_object(
    'early', (SELECT json_agg(json_build_object('name', name, 'opens', to_char(opens, 'HH24:MI:SS')) ORDER BY warehouse_id) FROM warehouse WHERE opens <= time '06:00'),
    'late', (SELECT json_agg(json_build_object('name', name, 'closes', replace(to_char(closes, 'HH24:MI:SS.US'), '.000000', '')) ORDER BY warehouse_id) FROM warehouse WHERE closes > time '22:00'),
    'ordered', (SELECT json_agg(json_build_object('warehouseId', warehouse_id, 'opens', to_char(opens, 'HH24:MI:SS'), 'closes', replace(to_char(closes, 'HH24:MI:SS.US'), '.000000', '')) ORDER BY (closes IS NOT NULL), closes DESC, opens, warehouse_id) FROM warehouse),
    'noon', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aTime', '12:00:00') ORDER BY specimen_id) FROM specimen WHERE a_time = time '12:00'),
    'afterNoon', json_build_array(json_build_object('aTime', '12:00:00.000001')));
