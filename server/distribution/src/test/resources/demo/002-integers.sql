SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'anInt', an_int) ORDER BY specimen_id) FROM specimen WHERE an_int = -2147483648),
    'neq', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE an_int <> 1 AND specimen_id <= 10),
    'range', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'anInt', an_int) ORDER BY specimen_id) FROM specimen WHERE an_int IN (-1, 0, 1)),
    'greatest', json_build_array(json_build_object('anInt', 2147483647)),
    'in', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE an_int IN (0, 1, 2147483647)),
    'nin', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE an_int < 0 OR an_int > 5),
    'isNull', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE an_int IS NULL));
