SELECT CAST([t1].[k1] AS datetimeoffset(7)) AS [c0], [t1].[a1] AS [c1]
FROM (
  SELECT CAST(DATEADD(day, DATEDIFF(day, DATEFROMPARTS(1, 1, 1), SWITCHOFFSET(CAST([d].[v0] AS datetimeoffset(7)), '+00:00')) / 7 * 7,
     DATEFROMPARTS(1, 1, 1)) AS datetimeoffset(0)) AS [k1], COUNT_BIG(*) AS [a1]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT CAST(j.v AS datetimeoffset(7))
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."paid"."at"') AS j
    ) AS [v0]
  ) AS [d]
  GROUP BY CAST(DATEADD(day, DATEDIFF(day, DATEFROMPARTS(1, 1, 1), SWITCHOFFSET(CAST([d].[v0] AS datetimeoffset(7)), '+00:00')) / 7 * 7,
     DATEFROMPARTS(1, 1, 1)) AS datetimeoffset(0))
) AS [t1]
ORDER BY CASE WHEN [t1].[a1] IS NULL THEN 0 ELSE 1 END, [t1].[a1] DESC, CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1]
