SELECT json_build_object('artists', json_agg(json_build_object('name', r.name, 'albums',
    (SELECT coalesce(json_agg(json_build_object('title', a.title, 'tracks',
        (SELECT coalesce(json_agg(json_build_object('trackId', t.track_id, 'name', t.name, 'unitPrice', t.unit_price::text) ORDER BY t.track_id), '[]') FROM track t WHERE t.album_id = a.album_id)
    ) ORDER BY a.album_id), '[]') FROM album a WHERE a.artist_id = r.artist_id)
) ORDER BY r.artist_id))
FROM artist r
WHERE r.artist_id BETWEEN 80 AND 95;
