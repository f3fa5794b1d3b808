WITH ranked AS (
    SELECT pt.playlist_id, t.track_id, t.name, row_number() OVER (PARTITION BY pt.playlist_id ORDER BY t.name COLLATE "C", t.track_id) AS place
    FROM playlist_track pt JOIN track t ON t.track_id = pt.track_id)
SELECT json_build_object('playlists', json_agg(json_build_object('playlistId', p.playlist_id, 'name', p.name, 'tracks',
    (SELECT coalesce(json_agg(json_build_object('trackId', k.track_id, 'name', k.name) ORDER BY k.place), '[]') FROM ranked k WHERE k.playlist_id = p.playlist_id AND k.place BETWEEN 3 AND 6)) ORDER BY p.playlist_id))
FROM playlist p;
