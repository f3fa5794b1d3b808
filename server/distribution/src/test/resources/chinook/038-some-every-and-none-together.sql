SELECT json_build_object('artists', json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id))
FROM artist r
WHERE artist_id < 100
  AND artist_id IN (SELECT a.artist_id FROM album a JOIN track t ON t.album_id = a.album_id JOIN genre g ON g.genre_id = t.genre_id WHERE g.name = 'Rock')
  AND artist_id NOT IN (SELECT a.artist_id FROM album a WHERE a.album_id NOT IN (SELECT album_id FROM track WHERE album_id IS NOT NULL))
  AND artist_id NOT IN (SELECT artist_id FROM album WHERE strpos(title, 'Hits') > 0);
