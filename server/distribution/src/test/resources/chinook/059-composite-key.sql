SELECT json_build_object(
    'hit', (SELECT json_build_object('playlist', json_build_object('name', p.name), 'track', json_build_object('name', t.name)) FROM playlist_track l, playlist p, track t WHERE l.playlist_id = 17 AND l.track_id = 1 AND p.playlist_id = 17 AND t.track_id = 1),
    'miss', null);
