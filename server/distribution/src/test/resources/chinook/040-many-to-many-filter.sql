SELECT json_build_object(
    'playlists', (SELECT json_agg(json_build_object('playlistId', playlist_id, 'name', name) ORDER BY playlist_id) FROM playlist
        WHERE playlist_id IN (SELECT pt.playlist_id FROM playlist_track pt JOIN track t ON t.track_id = pt.track_id JOIN album a ON a.album_id = t.album_id JOIN artist r ON r.artist_id = a.artist_id WHERE r.name = 'Nirvana')),
    'tracks', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track
        WHERE track_id IN (SELECT track_id FROM playlist_track NATURAL JOIN playlist WHERE name = 'Grunge')));
