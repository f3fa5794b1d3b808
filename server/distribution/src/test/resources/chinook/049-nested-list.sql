SELECT json_build_object('artists', json_agg(json_build_object('artistId', r.artist_id, 'albums',
    (SELECT coalesce(json_agg(json_build_object('albumId', a.album_id, 'title', a.title) ORDER BY a.album_id), '[]') FROM album a WHERE a.artist_id = r.artist_id)) ORDER BY r.artist_id))
FROM artist r
WHERE r.artist_id <= 30;
