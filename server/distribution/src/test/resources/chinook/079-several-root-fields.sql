SELECT json_build_object(
    'genres', (SELECT json_agg(json_build_object('name', name) ORDER BY genre_id) FROM genre),
    'mediaTypes', (SELECT json_agg(json_build_object('name', name) ORDER BY media_type_id) FROM media_type),
    'playlist', json_build_object('tracks', (SELECT json_agg(json_build_object('name', t.name) ORDER BY t.track_id) FROM track t JOIN playlist_track l ON l.track_id = t.track_id WHERE l.playlist_id = 18)),
    'employees', (SELECT json_agg(json_build_object('hireDate', to_char(hire_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY hire_date) FROM (SELECT * FROM employee ORDER BY hire_date, employee_id LIMIT 2) e),
    'invoiceLine', (SELECT json_build_object('quantity', quantity) FROM invoice_line WHERE invoice_line_id = 2240));
