SELECT json_build_object('orderLines', json_agg(json_build_object('orderId', l.order_id::text, 'lineNumber', l.line_number, 'book', json_build_object('title', b.title, 'category', json_build_object('parent', json_build_object('parent', json_build_object('name', c1.name))))) ORDER BY l.order_id, l.line_number))
FROM order_line l
JOIN book b ON b.book_id = l.book_id
JOIN publisher p ON p.publisher_id = b.publisher_id
JOIN country k ON k.code = p.country_id
JOIN category c3 ON c3.category_id = b.category_id
JOIN category c2 ON c2.category_id = c3.parent_id
JOIN category c1 ON c1.category_id = c2.parent_id
WHERE k.name = 'Iceland' AND c1.category_id <= 2;
