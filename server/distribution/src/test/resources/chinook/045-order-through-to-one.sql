SELECT json_build_object('albums', json_agg(json_build_object('title', title, 'artist', json_build_object('name', name)) ORDER BY place))
FROM (SELECT a.title, r.name, row_number() OVER (ORDER BY r.name COLLATE "C" DESC, a.title COLLATE "C", a.album_id) AS place FROM album a JOIN artist r ON r.artist_id = a.artist_id) x
WHERE place <= 30;
