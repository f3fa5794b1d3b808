SELECT json_build_object('invoiceLines', json_agg(json_build_object(
    'invoiceLineId', l.invoice_line_id,
    'invoice', json_build_object('customer', json_build_object('lastName', c.last_name, 'supportRep', json_build_object('lastName', e.last_name, 'reportsToEmployee', json_build_object('lastName', b.last_name)))),
    'track', json_build_object('name', t.name, 'mediaType', json_build_object('name', m.name), 'genre', json_build_object('name', g.name), 'album', json_build_object('artist', json_build_object('name', r.name)))
) ORDER BY l.invoice_line_id))
FROM (SELECT * FROM invoice_line ORDER BY invoice_line_id LIMIT 15 OFFSET 1000) l
JOIN invoice i ON i.invoice_id = l.invoice_id
JOIN customer c ON c.customer_id = i.customer_id
JOIN employee e ON e.employee_id = c.support_rep_id
JOIN employee b ON b.employee_id = e.reports_to
JOIN track t ON t.track_id = l.track_id
JOIN media_type m ON m.media_type_id = t.media_type_id
JOIN genre g ON g.genre_id = t.genre_id
JOIN album a ON a.album_id = t.album_id
JOIN artist r ON r.artist_id = a.artist_id;
