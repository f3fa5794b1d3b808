SELECT json_build_object(
    'invoicesAggregate', (SELECT json_agg(json_build_object('keys', json_build_object('billingCountry', billing_country), 'count', n, 'sum', json_build_object('total', total::text),
        'avg', json_build_object('total', round(total * 1.000000000000000000000000000000 / n, 8)::text), 'max', json_build_object('invoiceDate', latest)) ORDER BY total DESC, billing_country COLLATE "C")
        FROM (SELECT billing_country, count(*) AS n, sum(total) AS total, max(invoice_date) AS latest FROM invoice GROUP BY billing_country HAVING count(*) >= 14) g),
    'byYear', (SELECT json_agg(json_build_object('keys', json_build_object('invoiceDate', y), 'count', n, 'countDistinct', json_build_object('customerId', c)) ORDER BY y)
        FROM (SELECT date_trunc('year', invoice_date) AS y, count(*) AS n, count(DISTINCT customer_id) AS c FROM invoice GROUP BY 1) g),
    'tracksAggregate', (SELECT json_agg(json_build_object('keys', json_build_object('genre', json_build_object('name', name)), 'count', n,
        'avg', json_build_object('milliseconds', round(ms * 1.000000000000000000000000000000 / n, 6)::text)) ORDER BY n DESC, name COLLATE "C")
        FROM (SELECT g.name, count(*) AS n, sum(t.milliseconds) AS ms FROM track t LEFT JOIN genre g USING (genre_id) GROUP BY g.name ORDER BY 2 DESC, g.name COLLATE "C" LIMIT 5) g),
    'albums', (SELECT json_agg(json_build_object('title', a.title, 'tracksAggregate', (SELECT json_build_object('count', count(*), 'sum', json_build_object('unitPrice', sum(unit_price)::text, 'milliseconds', sum(milliseconds)::text))
        FROM track t WHERE t.album_id = a.album_id)) ORDER BY a.album_id) FROM (SELECT * FROM album ORDER BY album_id LIMIT 4) a));
