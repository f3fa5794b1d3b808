SELECT json_build_object('playlists', json_agg(json_build_object('name', p.name, 'tracks',
    (SELECT coalesce(json_agg(json_build_object('trackId', pt.track_id, 'playlists',
        (SELECT coalesce(json_agg(json_build_object('playlistId', q.playlist_id) ORDER BY q.playlist_id), '[]') FROM playlist_track qt JOIN playlist q ON q.playlist_id = qt.playlist_id WHERE qt.track_id = pt.track_id AND q.name <> 'Music')
    ) ORDER BY pt.track_id), '[]') FROM playlist_track pt WHERE pt.playlist_id = p.playlist_id)) ORDER BY p.playlist_id))
FROM playlist p
WHERE p.playlist_id IN (1, 5, 16);
