SELECT json_build_object('tracks', json_agg(json_build_object(
    'trackId', t.track_id,
    'invoiceLines', (SELECT coalesce(json_agg(json_build_object('invoiceLineId', l.invoice_line_id, 'quantity', l.quantity) ORDER BY l.invoice_line_id), '[]') FROM invoice_line l WHERE l.track_id = t.track_id),
    'playlists', (SELECT coalesce(json_agg(json_build_object('playlistId', p.playlist_id, 'name', p.name) ORDER BY p.playlist_id), '[]') FROM playlist p JOIN playlist_track pt ON pt.playlist_id = p.playlist_id WHERE pt.track_id = t.track_id),
    'playlistTracks', (SELECT coalesce(json_agg(json_build_object('playlistId', pt.playlist_id, 'trackId', pt.track_id) ORDER BY pt.playlist_id), '[]') FROM playlist_track pt WHERE pt.track_id = t.track_id)) ORDER BY t.track_id))
FROM track t
WHERE t.track_id <= 40;
