SELECT json_build_object(
    'playlistTracks', (SELECT json_agg(json_build_object('playlistId', playlist_id, 'trackId', track_id) ORDER BY playlist_id, track_id) FROM (SELECT * FROM playlist_track ORDER BY playlist_id, track_id LIMIT 12 OFFSET 3285) l),
    'descending', (SELECT json_agg(json_build_object('trackId', track_id, 'playlistId', playlist_id) ORDER BY track_id DESC, playlist_id) FROM (SELECT * FROM playlist_track ORDER BY track_id DESC, playlist_id LIMIT 9) l));
