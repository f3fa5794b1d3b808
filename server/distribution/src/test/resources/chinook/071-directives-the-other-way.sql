SELECT json_build_object('albums', json_agg(json_build_object('albumId', a.album_id, 'tracks',
    (SELECT json_agg(json_build_object('trackId', t.track_id) ORDER BY t.track_id) FROM track t WHERE t.album_id = a.album_id)) ORDER BY a.album_id))
FROM album a
WHERE a.album_id <= 3;
