SELECT json_build_object(
    'tracks', (SELECT coalesce(json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id), '[]') FROM track WHERE name ~ '.ou a'),
    'artists', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE name ~ '^A.+a$'));
