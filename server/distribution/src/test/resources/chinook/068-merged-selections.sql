SELECT json_build_object('album', json_build_object('title', a.title, 'artist', json_build_object('artistId', r.artist_id, 'name', r.name), 'albumId', a.album_id,
    'tracks', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name)) FROM (SELECT * FROM track WHERE album_id = 5 ORDER BY track_id LIMIT 1) t)))
FROM album a JOIN artist r ON r.artist_id = a.artist_id
WHERE a.album_id = 5;
