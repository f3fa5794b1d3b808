SELECT json_build_object(
    'between', (SELECT json_agg(json_build_object('orderId', order_id::text, 'placedAt', to_char(placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY order_id) FROM "order" WHERE placed_at::date = date '2023-05-01'),
    'offset', (SELECT json_agg(json_build_object('placedAt', to_char(placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY order_id) FROM "order" WHERE placed_at::date = date '2023-05-01'),
    'micros', json_build_array(json_build_object('specimenId', 5, 'aDatetime', '2024-02-29T12:00:00.000001Z')),
    'notMicros', '[]'::json,
    'extreme', json_build_array(json_build_object('aDatetime', '0001-01-01T00:00:00Z'), json_build_object('aDatetime', '9999-12-31T23:59:59.999999Z')),
    'precise', (SELECT json_agg(json_build_object('reviewId', review_id, 'createdAt', to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY created_at DESC) FROM (SELECT * FROM review ORDER BY created_at DESC LIMIT 5) r));
