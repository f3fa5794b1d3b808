SELECT json_build_object(
    'emptyWhere', (SELECT json_agg(json_build_object('mediaTypeId', media_type_id) ORDER BY media_type_id) FROM media_type),
    'emptyOr', '[]'::json,
    'emptyAnd', (SELECT json_agg(json_build_object('mediaTypeId', media_type_id) ORDER BY media_type_id) FROM media_type),
    'notEmpty', '[]'::json,
    'orOfEmpty', json_build_array(json_build_object('mediaTypeId', 1), json_build_object('mediaTypeId', 2)));
