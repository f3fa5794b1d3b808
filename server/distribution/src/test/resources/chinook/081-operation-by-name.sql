SELECT json_build_object('genre', json_build_object('genreId', genre_id, 'name', name))
FROM genre
WHERE genre_id = 3;
