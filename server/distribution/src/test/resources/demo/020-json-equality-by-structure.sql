SELECT json_build_object(
    'variable', json_build_array(json_build_object('specimenId', 7)),
    'literal', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aJson', a_json) ORDER BY specimen_id) FROM specimen WHERE a_json ->> 'kind' = 'AUDIO' AND a_json ->> 'n' = '1'),
    'byValue', json_build_array(json_build_object('specimenId', 4)),
    'empty', json_build_array(json_build_object('specimenId', 2)),
    'emptyList', json_build_array(json_build_object('specimenId', 3)),
    'neq', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE specimen_id BETWEEN 3 AND 8));
