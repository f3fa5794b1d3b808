SELECT json_build_object('artists', json_agg(json_build_object('name', r.name, 'albums',
    (SELECT json_agg(json_build_object('title', a.title, 'tracks',
        (SELECT coalesce(json_agg(json_build_object('name', t.name, 'milliseconds', t.milliseconds) ORDER BY t.milliseconds DESC, t.track_id), '[]')
         FROM (SELECT k.* FROM track k JOIN genre g ON g.genre_id = k.genre_id WHERE k.album_id = a.album_id AND g.name <> 'Metal' ORDER BY k.milliseconds DESC, k.track_id LIMIT 2) t)
    ) ORDER BY a.album_id) FROM (SELECT * FROM album WHERE artist_id = r.artist_id AND strpos(title, 'Vol') > 0 ORDER BY album_id LIMIT 2) a)
) ORDER BY r.artist_id))
FROM artist r
WHERE r.artist_id IN (SELECT artist_id FROM album WHERE strpos(title, 'Vol') > 0);
