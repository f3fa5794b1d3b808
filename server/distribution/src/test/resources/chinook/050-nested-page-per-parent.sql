WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY album_id ORDER BY milliseconds DESC, track_id) AS place FROM track)
SELECT json_build_object('albums', json_agg(json_build_object('albumId', a.album_id, 'tracks',
    (SELECT coalesce(json_agg(json_build_object('trackId', t.track_id, 'milliseconds', t.milliseconds) ORDER BY t.place), '[]') FROM ranked t WHERE t.album_id = a.album_id AND t.place BETWEEN 2 AND 4)) ORDER BY a.album_id))
FROM (SELECT * FROM album ORDER BY album_id LIMIT 20 OFFSET 5) a;
