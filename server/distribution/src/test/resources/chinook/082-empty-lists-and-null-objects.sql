SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('name', r.name, 'albums', (SELECT coalesce(json_agg(json_build_object('title', a.title) ORDER BY a.album_id), '[]') FROM album a WHERE a.artist_id = r.artist_id)) ORDER BY r.artist_id) FROM artist r WHERE r.name IN ('Milton Nascimento & Bebeto', 'Azymuth', 'AC/DC')),
    'employee', json_build_object('reportsToEmployee', null, 'customers', '[]'::json));
