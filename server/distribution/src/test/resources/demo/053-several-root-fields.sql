SELECT json_build_object(
    '__typename', 'Query',
    'warehouses', (SELECT json_agg(json_build_object('name', name) ORDER BY warehouse_id) FROM warehouse WHERE warehouse_id <= 2),
    'order', (SELECT json_build_object('status', status, 'orderLines', (SELECT coalesce(json_agg(json_build_object('lineNumber', line_number) ORDER BY line_number), '[]') FROM order_line l WHERE l.order_id = o.order_id)) FROM "order" o WHERE order_id = 9000000042),
    'missing', null,
    'categories', (SELECT json_agg(json_build_object('__typename', 'Category', 'name', name)) FROM category WHERE category_id = 1));
