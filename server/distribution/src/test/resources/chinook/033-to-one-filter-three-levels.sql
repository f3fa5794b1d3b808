SELECT json_build_object('invoiceLines', json_agg(json_build_object('invoiceLineId', l.invoice_line_id, 'unitPrice', l.unit_price::text, 'quantity', l.quantity) ORDER BY l.invoice_line_id))
FROM invoice_line l
JOIN track t ON t.track_id = l.track_id
JOIN album b ON b.album_id = t.album_id
JOIN artist r ON r.artist_id = b.artist_id
WHERE left(r.name, 1) = 'U';
