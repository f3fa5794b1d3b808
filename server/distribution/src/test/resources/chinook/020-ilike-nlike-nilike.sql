SELECT json_build_object(
    'ilike', (SELECT json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id) FROM genre WHERE lower(left(name, 1)) = 'r'),
    'nlike', (SELECT json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id) FROM genre WHERE strpos(name, 'o') = 0),
    'nilike', (SELECT json_agg(json_build_object('genreId', genre_id, 'name', name) ORDER BY genre_id) FROM genre WHERE strpos(lower(name), 'o') = 0),
    'nullsStayOut', (SELECT json_agg(json_build_object('trackId', track_id, 'composer', composer) ORDER BY track_id) FROM track WHERE composer IS NOT NULL AND strpos(composer, 'a') = 0));
