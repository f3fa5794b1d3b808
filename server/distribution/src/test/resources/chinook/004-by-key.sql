SELECT json_build_object('album', json_build_object('title', a.title, 'artist', json_build_object('name', r.name)))
FROM album a JOIN artist r ON r.artist_id = a.artist_id
WHERE a.album_id = 6;
