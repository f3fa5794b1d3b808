SELECT json_build_object(
    'invoiceLines', (SELECT json_agg(json_build_object('invoiceLineId', invoice_line_id, 'trackId', track_id) ORDER BY place) FROM (
        SELECT l.invoice_line_id, l.track_id, row_number() OVER (ORDER BY a.artist_id DESC, i.invoice_date DESC, l.invoice_line_id) AS place
        FROM invoice_line l JOIN invoice i ON i.invoice_id = l.invoice_id JOIN track t ON t.track_id = l.track_id JOIN album a ON a.album_id = t.album_id) x WHERE place <= 20),
    'employees', (SELECT json_agg(json_build_object('employeeId', e.employee_id, 'reportsTo', e.reports_to) ORDER BY (b.last_name IS NULL), b.last_name COLLATE "C", e.hire_date DESC, e.employee_id)
        FROM employee e LEFT JOIN employee b ON b.employee_id = e.reports_to));
