SELECT json_build_object('genres', json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id))
FROM genre;
