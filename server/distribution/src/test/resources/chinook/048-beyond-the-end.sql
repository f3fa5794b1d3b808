SELECT json_build_object(
    'beyond', '[]'::json,
    'nothing', '[]'::json,
    'tail', (SELECT json_agg(json_build_object('artistId', artist_id) ORDER BY artist_id) FROM (SELECT artist_id FROM artist ORDER BY artist_id OFFSET 270 LIMIT 10) a));
