SELECT json_build_object('tracks', json_agg(json_build_object('trackId', t.track_id) ORDER BY t.track_id))
FROM track t JOIN album a ON a.album_id = t.album_id JOIN artist r ON r.artist_id = a.artist_id
WHERE (left(t.name, 3) = 'Zoo' OR r.name IN ('Aerosmith', 'Accept')) AND t.milliseconds <= 300000
  AND t.track_id IN (SELECT track_id FROM playlist_track WHERE playlist_id = 1);
