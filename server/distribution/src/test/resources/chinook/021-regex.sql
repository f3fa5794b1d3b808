SELECT json_build_object(
    'regex', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track WHERE translate(name, '0123456789', '') = '' AND name <> ''),
    'iregex', (SELECT coalesce(json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id), '[]') FROM artist
        WHERE lower(left(name, 4)) = 'the ' AND lower(right(name, 3)) IN ('ers', 'ies')),
    'caseCounts', '[]'::json);
