SELECT json_build_object(
    'rock', (SELECT json_agg(json_build_object('id', track_id, 'title', name) ORDER BY track_id) FROM (SELECT * FROM track WHERE genre_id = 1 ORDER BY track_id LIMIT 3) t),
    'jazz', (SELECT json_agg(json_build_object('title', name, 'id', track_id, 'again', name) ORDER BY track_id) FROM (SELECT * FROM track WHERE genre_id = 2 ORDER BY track_id LIMIT 2 OFFSET 1) t),
    'tracks', (SELECT json_build_array(json_build_object('name', name)) FROM track WHERE track_id = 1));
