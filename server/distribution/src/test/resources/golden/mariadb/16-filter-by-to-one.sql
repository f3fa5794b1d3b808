SELECT `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c0`
FROM `book` AS `t0`
WHERE EXISTS (
  SELECT 1 AS `x`
  FROM `publisher` AS `t1`
  WHERE (`t1`.`publisher_id` = `t0`.`publisher_id` AND EXISTS (
    SELECT 1 AS `x`
    FROM `country` AS `t2`
    WHERE (`t2`.`code` = `t1`.`country_id` AND (`t2`.`code` = ? AND `t2`.`code` COLLATE utf8mb4_nopad_bin = ?))
  ))
)
ORDER BY `t0`.`book_id`
