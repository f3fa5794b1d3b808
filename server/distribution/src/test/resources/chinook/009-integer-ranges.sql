SELECT json_build_object(
    'long', (SELECT json_agg(json_build_object('trackId', track_id, 'milliseconds', milliseconds) ORDER BY track_id) FROM track WHERE milliseconds > 2900000),
    'exact', (SELECT json_agg(json_build_object('trackId', track_id) ORDER BY track_id) FROM track WHERE milliseconds = 343719),
    'between', (SELECT json_agg(json_build_object('trackId', track_id, 'bytes', bytes) ORDER BY track_id) FROM track WHERE bytes > 1000000 AND bytes < 1200000));
