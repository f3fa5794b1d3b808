SELECT json_build_object('albums', json_agg(json_build_object('albumId', a.album_id, 'title', a.title, 'artist', json_build_object('name', r.name)) ORDER BY a.album_id))
FROM album a JOIN artist r ON r.artist_id = a.artist_id
WHERE a.album_id <= 3;
