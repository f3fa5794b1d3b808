SELECT json_build_object('artists', json_agg(json_build_object(
    'name', r.name,
    'first', (SELECT coalesce(json_agg(json_build_object('title', title)), '[]') FROM (SELECT title FROM album WHERE artist_id = r.artist_id ORDER BY album_id LIMIT 1) a),
    'newest', (SELECT coalesce(json_agg(json_build_object('albumId', album_id) ORDER BY album_id DESC), '[]') FROM (SELECT album_id FROM album WHERE artist_id = r.artist_id ORDER BY album_id DESC LIMIT 2) a),
    'live', (SELECT coalesce(json_agg(json_build_object('title', title) ORDER BY album_id), '[]') FROM album WHERE artist_id = r.artist_id AND strpos(title, 'Live') > 0),
    'albums', (SELECT coalesce(json_agg(json_build_object('albumId', album_id) ORDER BY album_id), '[]') FROM album WHERE artist_id = r.artist_id)) ORDER BY r.artist_id))
FROM artist r
WHERE r.artist_id IN (22, 90, 150);
