SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('artistId', r.artist_id, 'name', r.name) ORDER BY r.artist_id) FROM artist r LEFT JOIN album a ON a.artist_id = r.artist_id WHERE a.album_id IS NULL AND r.artist_id <= 60),
    'genres', (SELECT json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id) FROM genre WHERE genre_id NOT IN (SELECT genre_id FROM track WHERE milliseconds > 400000)));
