SELECT json_build_object(
    'hit', (SELECT json_build_object('quantity', s.quantity, 'edition', json_build_object('number', e.number, 'price', e.price::text, 'book', json_build_object('title', b.title)), 'warehouse', json_build_object('name', w.name))
        FROM stock s JOIN edition e ON e.book_id = s.book_id AND e.number = s.edition_number JOIN book b ON b.book_id = s.book_id JOIN warehouse w ON w.warehouse_id = s.warehouse_id WHERE s.warehouse_id = 1 AND s.book_id = 10 AND s.edition_number = 1),
    'miss', null,
    'line', (SELECT json_build_object('quantity', l.quantity, 'unitPrice', l.unit_price::text, 'discount', l.discount::text, 'order', json_build_object('total', o.total::text)) FROM order_line l JOIN "order" o ON o.order_id = l.order_id WHERE l.order_id = 9000000001 AND l.line_number = 2),
    'page', (SELECT json_agg(json_build_object('warehouseId', warehouse_id, 'bookId', book_id, 'editionNumber', edition_number) ORDER BY warehouse_id, book_id, edition_number) FROM (SELECT * FROM stock ORDER BY warehouse_id, book_id, edition_number LIMIT 5 OFFSET 1200) s));
