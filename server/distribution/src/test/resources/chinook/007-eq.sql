SELECT json_build_object(
    'tracks', (SELECT coalesce(json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id), '[]') FROM track WHERE composer = 'Apocalyptica'),
    'genres', (SELECT json_agg(json_build_object('name', name)) FROM genre WHERE genre_id = 7));
