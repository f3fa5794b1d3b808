SELECT json_build_object('artists', json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id))
FROM artist
WHERE artist_id IN (SELECT a.artist_id FROM album a WHERE (SELECT min(unit_price) FROM track t WHERE t.album_id = a.album_id) >= 1.50);
