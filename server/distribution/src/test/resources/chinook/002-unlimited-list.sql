SELECT json_build_object('tracks', json_agg(
    json_build_object('trackId', track_id, 'name', name, 'composer', composer, 'milliseconds', milliseconds, 'bytes', bytes, 'unitPrice', unit_price::text)
    ORDER BY track_id))
FROM track;
