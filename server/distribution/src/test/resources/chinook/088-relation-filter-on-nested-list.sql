SELECT json_build_object('genres', json_agg(json_build_object('name', g.name, 'tracks',
    (SELECT coalesce(json_agg(json_build_object('trackId', t.track_id, 'invoiceLines',
        (SELECT coalesce(json_agg(json_build_object('invoiceLineId', l.invoice_line_id) ORDER BY l.invoice_line_id), '[]') FROM invoice_line l JOIN invoice i ON i.invoice_id = l.invoice_id WHERE l.track_id = t.track_id AND i.billing_country = 'Finland')
    ) ORDER BY t.track_id), '[]') FROM track t WHERE t.genre_id = g.genre_id
        AND t.track_id IN (SELECT l.track_id FROM invoice_line l JOIN invoice i ON i.invoice_id = l.invoice_id JOIN customer c ON c.customer_id = i.customer_id WHERE c.country = 'Finland'))
) ORDER BY g.genre_id))
FROM genre g
WHERE g.genre_id <= 6;
