SELECT json_build_object(
    'byStatus', (SELECT json_agg(json_build_object('keys', json_build_object('status', status), 'count', n, 'sum', json_build_object('total', total::text)) ORDER BY n DESC, status::text COLLATE "C")
        FROM (SELECT status, count(*) AS n, sum(total) AS total FROM "order" GROUP BY status HAVING count(*) > 3) g),
    'byMonth', (SELECT json_agg(json_build_object('keys', json_build_object('placedAt', to_char(m AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'gift', gift), 'count', n,
        'max', json_build_object('placedAt', to_char(latest AT TIME ZONE 'UTC', CASE WHEN date_trunc('second', latest) = latest THEN 'YYYY-MM-DD"T"HH24:MI:SS"Z"' ELSE 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"' END))) ORDER BY m, gift)
        FROM (SELECT date_trunc('month', placed_at, 'UTC') AS m, gift, count(*) AS n, max(placed_at) AS latest FROM "order" GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 5 OFFSET 1) g),
    'byCountry', (SELECT json_agg(json_build_object('keys', json_build_object('country', json_build_object('name', name)), 'count', n) ORDER BY name COLLATE "C" DESC NULLS LAST)
        FROM (SELECT c.name, count(*) AS n FROM publisher p LEFT JOIN country c ON c.code = p.country_id GROUP BY c.name) g));
