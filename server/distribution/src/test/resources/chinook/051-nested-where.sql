SELECT json_build_object('genres', json_agg(json_build_object('name', g.name, 'tracks',
    (SELECT coalesce(json_agg(json_build_object('trackId', t.track_id, 'name', t.name) ORDER BY t.track_id), '[]') FROM track t WHERE t.genre_id = g.genre_id AND t.milliseconds > 1000000 AND left(t.name, 1) = 'T')) ORDER BY g.genre_id))
FROM genre g;
