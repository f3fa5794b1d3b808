SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id))
FROM (SELECT * FROM track WHERE milliseconds > 500000 AND strpos(name, 'in') > 0 AND unit_price = 0.99 ORDER BY track_id LIMIT 8 OFFSET 1) t;
