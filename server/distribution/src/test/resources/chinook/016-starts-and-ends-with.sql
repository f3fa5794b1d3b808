SELECT json_build_object(
    'starts', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE left(name, 3) = 'The'),
    'ends', (SELECT json_agg(json_build_object('artistId', artist_id) ORDER BY artist_id) FROM artist WHERE right(name, 1) = 's'),
    'both', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track WHERE left(name, 1) = 'A' AND right(name, 1) = 'e'),
    'metacharacter', '[]'::json);
