SELECT json_build_object(
    'starts', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE lower(left(name, 4)) = 'the '),
    'ends', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track WHERE lower(right(name, 5)) = 'blues'));
