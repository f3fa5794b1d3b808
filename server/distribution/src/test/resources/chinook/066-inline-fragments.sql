SELECT json_build_object(
    'genres', (SELECT json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id) FROM genre WHERE genre_id <= 3),
    'mediaTypes', (SELECT json_agg(json_build_object('name', name) ORDER BY media_type_id) FROM media_type WHERE media_type_id <= 2));
