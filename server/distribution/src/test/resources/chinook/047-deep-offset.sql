SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'bytes', bytes) ORDER BY place))
FROM (SELECT *, row_number() OVER (ORDER BY bytes, track_id) AS place FROM track) t
WHERE place BETWEEN 3491 AND 3500;
