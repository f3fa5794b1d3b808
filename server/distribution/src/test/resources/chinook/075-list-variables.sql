SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE artist_id IN (3, 5, 200) OR name IN ('Metallica', 'Antônio Carlos Jobim')),
    'genres', (SELECT json_agg(json_build_object('name', name)) FROM genre WHERE genre_id = 9));
